package org.workfrontoauth2.newcomer;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.testing.Workfront;
import org.workfrontoauth2.testing.WorkfrontServer;

class ReportTest {
    @RegisterExtension
    static final WorkfrontServer SERVER = WorkfrontServer.withUsers("alice");

    @Test
    void sessionIdIsValidForAnHour(Workfront workfront) {
        String sessionId = workfront.sessionId("alice");
        workfront.move(Duration.ofMinutes(61));
        assertFalse(workfront.isValid(sessionId));
    }
}
