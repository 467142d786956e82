package io.rapport.sentiment.rapport;

import io.rapport.sentiment.corenlp.RealModel;

/** The model as it is delivered, loaded once for all tests. */
final class TrainedModel {
    static final RapportModel INSTANCE = RapportModel.load(RealModel.CORE_NLP);

    private TrainedModel() {}
}
