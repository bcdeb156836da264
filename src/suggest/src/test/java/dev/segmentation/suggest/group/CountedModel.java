package dev.segmentation.suggest.group;

import java.util.ArrayList;
import java.util.List;

/** A sentence model that notes what it was asked. */
final class CountedModel implements SentenceModel {
    private final SentenceModel model;
    private final List<String> asked = new ArrayList<>();

    CountedModel(SentenceModel model) {
        this.model = model;
    }

    /** A model without meaning: a text's vector follows from its letters. */
    static CountedModel ofLetters() {
        return new CountedModel(new SentenceModel() {
            @Override
            public String id() {
                return "letters";
            }

            @Override
            public List<float[]> vectors(List<String> texts) {
                return texts.stream().map(CountedModel::letters).toList();
            }
        });
    }

    private static float[] letters(String text) {
        float[] vector = new float[SentenceVector.SIZE];
        text.chars().forEach(letter -> vector[letter % vector.length]++);
        return vector;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public List<float[]> vectors(List<String> texts) {
        asked.addAll(texts);
        return model.vectors(texts);
    }

    /** Every text it was asked for, in that order. */
    List<String> asked() {
        return asked;
    }
}
