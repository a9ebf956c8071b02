-- Asks Keycloak whether the session ID of a request is good. If it is, the request goes on with the headers of the
-- answer; otherwise the client gets the answer.
local VERIFY = "http://keycloak:8080/integrations/oauth2/api/v1/session/verify"
-- Where a session ID may be, and what says that the request opens a WebSocket.
local PASSED_ON = { "sessionid", "authorization", "cookie", "sec-websocket-version" }
local ANSWERED = { "x-workfront-wid", "x-workfront-user", "x-workfront-client-id", "x-workfront-domain", "x-workfront-lane" }
local KEPT = { "content-type", "www-authenticate", "cache-control" }

-- HAProxy counts the values of a header from 0, and takes them from 1.
local function values(headers, name)
    local all = {}
    local index = 0
    while headers[name] and headers[name][index] do
        table.insert(all, headers[name][index])
        index = index + 1
    end
    return all
end

core.register_action("verify", { "http-req" }, function(txn)
    local sent = txn.http:req_get_headers()
    local question = {
        ["host"] = values(sent, "host"),
        ["x-forwarded-host"] = values(sent, "host"),
        ["x-forwarded-proto"] = { "https" },
        ["x-original-uri"] = { txn.f:pathq() },
        ["x-original-method"] = { txn.f:method() },
    }
    for _, name in ipairs(PASSED_ON) do
        local carried = values(sent, name)
        if #carried > 0 then
            question[name] = carried
        end
    end

    local answer = core.httpclient():get({ url = VERIFY, headers = question, timeout = 10000 })
    if answer and answer.status == 204 then
        for _, name in ipairs(ANSWERED) do
            local value = values(answer.headers, name)[1]
            if value then
                txn.http:req_set_header(name, value)
            end
        end
        return
    end

    local refusal = txn:reply()
    if answer and (answer.status == 400 or answer.status == 401) then
        refusal:set_status(answer.status)
        for _, name in ipairs(KEPT) do
            for _, value in ipairs(values(answer.headers, name)) do
                refusal:add_header(name, value)
            end
        end
        refusal:set_body(answer.body)
    else
        refusal:set_status(503)
    end
    txn:done(refusal)
end)
