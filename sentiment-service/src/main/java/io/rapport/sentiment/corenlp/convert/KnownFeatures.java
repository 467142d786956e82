package io.rapport.sentiment.corenlp.convert;

/** How the tagger names its features, whose kinds our own code knows by their order. */
final class KnownFeatures {
    static final int CLUSTER_OF_WORD = 4;
    static final String OF_ALL_WORDS =
            "Extractors[Extractor(-1,word), Extractor(0,word), Extractor(1,word), ExtractorContinuousTagConj(-2 ... -1),"
                    + " Extractor(-1,tag)]";
    static final String OF_RARE_WORDS =
            "Extractors[ExtractorWordShapeClassifier(-1,chris2), ExtractorWordShapeClassifier(0,chris2),"
                    + " ExtractorWordShapeClassifier(1,chris2), ExtractorDistsim(-1,word), ExtractorDistsim(0,word),"
                    + " ExtractorDistsim(1,word), ExtractorDistsimConjunction(-1,1), ExtractorUCase(), ExtractorCNumber(),"
                    + " ExtractorDash(), ExtractorLetterDigitDash(), CompanyNameDetector(), ExtractorAllCapitalized(),"
                    + " ExtractorUpperDigitDash(), ExtractorStartSentenceCap(), ExtractorMidSentenceCapC(),"
                    + " ExtractorMidSentenceCap(), ExtractorWordPref(len1,w0), ExtractorWordPref(len2,w0),"
                    + " ExtractorWordPref(len3,w0), ExtractorWordPref(len4,w0), ExtractorWordPref(len5,w0),"
                    + " ExtractorWordPref(len6,w0), ExtractorWordPref(len7,w0), ExtractorWordPref(len8,w0),"
                    + " ExtractorWordPref(len9,w0), ExtractorWordPref(len10,w0), ExtractorWordSuff(len1,w0),"
                    + " ExtractorWordSuff(len2,w0), ExtractorWordSuff(len3,w0), ExtractorWordSuff(len4,w0),"
                    + " ExtractorWordSuff(len5,w0), ExtractorWordSuff(len6,w0), ExtractorWordSuff(len7,w0),"
                    + " ExtractorWordSuff(len8,w0), ExtractorWordSuff(len9,w0), ExtractorWordSuff(len10,w0),"
                    + " ExtractorWordShapeClassifier(0,chris4), ExtractorNonAlphanumeric()]";

    private KnownFeatures() {}
}
