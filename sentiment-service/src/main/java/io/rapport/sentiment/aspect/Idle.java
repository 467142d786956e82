package io.rapport.sentiment.aspect;

import java.util.List;
import java.util.Set;

/** Nouns that name nothing which an owner could act on. */
public final class Idle {
    /** In lower case, singular and plural. */
    public static final Set<String> WORDS = Set.copyOf(List.of(
            ("thing things stuff something anything nothing everything one ones lot lots bit piece pieces kind sort type"
                            + " types kinds way ways part parts half rest side end top bottom middle beginning start point"
                            + " fact reason reasons idea ideas case example time times moment second seconds minute minutes"
                            + " hour hours day days week weeks month months year years today tomorrow yesterday morning"
                            + " afternoon evening night tonight weekend weekends monday tuesday wednesday thursday friday"
                            + " saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas"
                            + " birthday anniversary people person persons man men woman women guy guys girl girls boy boys"
                            + " kid kids child children baby daughter son sister brother mother father mom mum dad parents"
                            + " husband wife boyfriend girlfriend partner friend friends family cousin aunt uncle niece"
                            + " nephew grandson granddaughter grandmother lady ladies customer customers reader readers fan"
                            + " fans reviewer reviewers review reviews star stars opinion problem problems issue issues"
                            + " complaint complaints mistake disappointment surprise waste love fun joy shame favorite"
                            + " favourite must plus experience life world home house town city country street area hand"
                            + " hands head eye eyes face mind heart word words name number numbers amount couple pair dozen"
                            + " question questions answer answers purchase buy need job work hope luck thanks god hell crap"
                            + " shit trash garbage junk rubbish total first last next other others same everyone someone"
                            + " anyone nobody somebody everybody none us amazon google facebook yelp twitter visit trip"
                            + " visits history age difference change level opportunity chance matter nightmare dream joke rock miracle blessing bonus letdown hit miss kick")
                    .split(" ")));

    private Idle() {}
}
