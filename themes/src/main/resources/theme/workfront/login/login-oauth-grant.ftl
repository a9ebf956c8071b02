<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>

<#-- Names of clients may be keys, as elsewhere in Keycloak; anything else in ${} stays as it was written. -->
<#function translated text>
    <#return text?matches(r"\$\{[\w.-]+\}")?then(advancedMsg(text), text)>
</#function>

<#-- A message about somebody: the name goes in after the message was formatted, which would expand ${} in it, and in an
     element of its own, or a name from right to left would turn the sentence around. So has the sentence: it may be in
     English on a page from right to left. -->
<#macro about key who>
    <#local parts = msg(key, "\xFFFC")?split("\xFFFC")>
    <#t><bdi>${parts[0]}<bdi class="workfront-name">${who}</bdi>${parts[1]!}</bdi><#t>
</#macro>

<#macro page url key>
    <li><#t>
        <a href="${url}" target="_blank" rel="noopener noreferrer"><bdi>${msg(key)}<span class="pf-v5-screen-reader"> ${msg("workfrontNewTab")}</span></bdi></a><#t>
    </li>
</#macro>

<@layout.registrationLayout bodyClass="oauth"; section>
    <#assign name = translated(consent.name())>
    <#if section = "header">
        <#if consent.logo()??>
            <img id="workfront-logo" class="workfront-logo" src="${consent.logo()}" alt="" width="64" height="64" referrerpolicy="no-referrer">
        <#else>
            <span id="workfront-initial" class="workfront-logo" aria-hidden="true">${consent.initial(name)}</span>
        </#if>
        <@about key="workfrontConsentTitle" who=name/>
    <#elseif section = "form">
        <div id="kc-oauth" class="workfront-consent">
            <#if consent.developerName()??>
                <p id="workfront-developer"><@about key="workfrontDeveloper" who=consent.developerName()/></p>
            </#if>
            <#if consent.developerEmail()??>
                <p id="workfront-email"><bdi>${consent.developerEmail()}</bdi></p>
            </#if>
            <#if consent.description()??>
                <p id="workfront-description" dir="auto">${consent.description()}</p>
            </#if>

            <h2 id="workfront-may"><bdi>${msg("workfrontPermissions")}</bdi></h2>
            <ul id="workfront-permissions" class="${properties.kcListClass!}" aria-labelledby="workfront-may">
                <#list oauth.clientScopesRequested as scope>
                    <li><bdi><#if scope.parameterizedScopeParameter??>${advancedMsg(consent.permission(scope.consentScreenText), scope.parameterizedScopeParameter)}<#else>${advancedMsg(consent.permission(scope.consentScreenText))}</#if></bdi></li>
                </#list>
            </ul>

            <p id="workfront-user" class="workfront-user">
                <span><@about key="workfrontLoggedIn" who=consent.user()/></span>
                <a id="workfront-not-you" href="${url.loginRestartFlowUrl}"><bdi>${msg("workfrontNotYou")}</bdi></a>
            </p>

            <form class="${properties.kcFormClass}" action="${url.oauthAction}" method="post">
                <input type="hidden" name="code" value="${oauth.code}">
                <@buttons.actionGroup horizontal=true>
                    <@buttons.button id="kc-login" name="accept" label="workfrontAllow"/>
                    <@buttons.button id="kc-cancel" name="cancel" label="workfrontDeny" type="secondary"/>
                </@buttons.actionGroup>
            </form>

            <#if consent.about()?? || consent.terms()?? || consent.privacyPolicy()??>
                <ul id="workfront-pages" class="workfront-pages" role="list">
                    <#if consent.about()??><@page url=consent.about() key="workfrontAbout"/></#if>
                    <#if consent.terms()??><@page url=consent.terms() key="workfrontTerms"/></#if>
                    <#if consent.privacyPolicy()??><@page url=consent.privacyPolicy() key="workfrontPrivacyPolicy"/></#if>
                </ul>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
