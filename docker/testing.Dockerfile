# A server for the tests of others: the image of docker/Dockerfile, with a database in memory, the organisation that the
# variable WORKFRONT_TEST_SETUP describes, and a clock that can be moved. Never for anything else: docs/testing.md.
#
#   docker build --file docker/testing.Dockerfile --tag keycloak-workfront-oauth2-testing .

ARG IMAGE=keycloak-workfront-oauth2

FROM ${IMAGE} AS build
USER root
COPY tests/clock/target/workfront-test-clock.jar /opt/keycloak/providers/
ENV KC_DB=dev-mem KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build

FROM ${IMAGE}
LABEL org.opencontainers.image.title="Keycloak Workfront OAuth2 for tests" \
      org.opencontainers.image.description="A server for tests of Workfront OAuth2 clients. Not for production. Not Adobe's."
COPY --from=build /opt/keycloak/providers/workfront-test-clock.jar /opt/keycloak/providers/
COPY --from=build /opt/keycloak/lib/quarkus/ /opt/keycloak/lib/quarkus/
COPY testing/target/workfront-oauth2-testing.jar docker/testing/start /opt/keycloak/testing/
COPY docker/testing/set-time /usr/local/bin/
# Any host name, and no TLS: good for tests only. The last one lets the server start sooner.
ENV KC_CACHE=local KC_HTTP_ENABLED=true KC_HOSTNAME_STRICT=false KC_SHUTDOWN_DELAY=0s \
    KC_LOG_LEVEL=info,io.smallrye.health:warn \
    KC_SPI_CONNECTIONS_INFINISPAN__DEFAULT__USE_KEYCLOAK_TIME_SERVICE=true \
    JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1
# Not every way in which files come here keeps that they may be executed.
USER root
RUN chmod 755 /opt/keycloak/testing/start /usr/local/bin/set-time
USER 1000
ENTRYPOINT ["/opt/keycloak/testing/start"]
CMD ["start", "--optimized"]
