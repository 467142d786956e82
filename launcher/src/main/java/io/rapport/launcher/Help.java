package io.rapport.launcher;

import java.util.Set;

/** The commands in a few lines. */
final class Help {
    static final Set<String> WORDS = Set.of("help", "-h", "--help");
    private static final String TEXT = """
            ./rapport up            build what isn't built, start everything, stay (Ctrl-C ends it)
                      up -d         the same, and return when all is ready
                      down          end everything that up started
                      status        processes with port, health, memory and uptime
                      logs [name]   the last lines of the logs, or of one; -f goes on
                      sample        load the sample business if it is missing
                      reset         delete all data (asks; --yes doesn't)
                      test          run every test

            up takes --port N (N to N+4 are used; default 8080) and --no-sample.
            Environment: RAPPORT_PORT; RAPPORT_HOME (default .rapport, where data and logs are);
            RAPPORT_POSTGRES_URL, RAPPORT_POSTGRES_USER, RAPPORT_POSTGRES_PASSWORD (a PostgreSQL of yours).""";

    private Help() {}

    static int print() {
        System.out.println(TEXT);
        return 0;
    }
}
