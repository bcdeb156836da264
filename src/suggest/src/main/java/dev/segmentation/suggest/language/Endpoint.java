package dev.segmentation.suggest.language;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;

/**
 * The endpoint with its model. It is asked for answers that keep to the schema; where it refuses such a question, for ever
 * simpler ones.
 */
final class Endpoint {
    static final int ANSWER_TOKENS = 400;

    private final OpenAiChatModel model;
    private final Budget budget;
    private Form form = Form.SCHEMA;

    /** How much is asked of an endpoint, the most first. Some models take no bound for their answer and no temperature. */
    private enum Form {
        SCHEMA,
        SCHEMA_ALONE,
        JSON,
        PLAIN
    }

    Endpoint(LanguageSettings settings, Budget budget, EndpointClient client) {
        this.budget = budget;
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(settings.url().toString())
                // a client without a key is refused by the library; servers that want none ignore it
                .apiKey(settings.key().isEmpty() ? "none" : settings.key())
                .modelName(settings.model())
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /** What the model answers, blank if it declines. */
    String ask(Question question) {
        int characters = length(question);
        for (; ; ) {
            try {
                ChatResponse response = model.chat(request(question));
                budget.spend(response.tokenUsage(), characters, ANSWER_TOKENS);
                AiMessage message = response.aiMessage();
                boolean said = message.text() != null && !message.hasToolExecutionRequests();
                return said ? message.text() : "";
            } catch (RuntimeException e) {
                Failure failure = Failure.of(e);
                if (!failure.misunderstood() || form == Form.PLAIN) {
                    budget.spend(null, characters, ANSWER_TOKENS);
                    throw failure;
                }
                form = Form.values()[form.ordinal() + 1];
            }
        }
    }

    static int length(Question question) {
        return question.system().length()
                + question.data().length()
                + question.schema().toString().length();
    }

    private ChatRequest request(Question question) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(SystemMessage.from(question.system()), UserMessage.from(question.data()));
        if (form != Form.PLAIN) {
            ResponseFormat.Builder format = ResponseFormat.builder().type(ResponseFormatType.JSON);
            request.responseFormat((form == Form.JSON ? format : format.jsonSchema(question.schema())).build());
        }
        if (form != Form.SCHEMA_ALONE && form != Form.PLAIN) {
            request.temperature(0.0).maxOutputTokens(ANSWER_TOKENS);
        }
        return request.build();
    }
}
