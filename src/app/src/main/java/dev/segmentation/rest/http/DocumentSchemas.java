package dev.segmentation.rest.http;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.DecisionPatch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Schemas of the document that no class of ours has: problems, locked lists, and the three ways to send a {@link DecisionPatch}. */
final class DocumentSchemas {
    private static final List<String> GROUPS =
            Arrays.stream(IndustrialGroup.values()).map(IndustrialGroup::label).toList();
    private static final List<String> CATEGORIES =
            Arrays.stream(SupportCategory.values()).map(SupportCategory::label).toList();
    private static final List<String> STATUSES = List.of("Final", "Draft", "Queued", "");

    private DocumentSchemas() {}

    /** A decision as a whole, as one of a named master, and as a change of one, by name. */
    static Map<String, Schema> decisions() {
        return Map.of("DecisionWords", whole(), "DecisionOfMaster", ofMaster(), "DecisionPart", part());
    }

    /** Calls refer to them by their names, so that a locked list stands once. */
    static Map<String, Schema> lockedLists() {
        Map<String, Schema> lists = new LinkedHashMap<>();
        lists.put(
                "IndustrialGroup",
                words("A group of the locked list; GET /api/groups says who belongs to each.", GROUPS));
        lists.put("GroupOrNone", optional("A group of the locked list.", GROUPS));
        lists.put("SupportCategory", optional("A category of the locked list, or blank.", CATEGORIES));
        lists.put("DecisionStatus", optional("How sure a decision is; blank means Final.", STATUSES));
        return lists;
    }

    /** A decision about the master that the address names. */
    private static Schema whole() {
        return fields(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT), "IndustrialGroup")
                .required(List.of("group"));
    }

    /** A decision that names its master. */
    private static Schema ofMaster() {
        Schema master = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .maxLength(Patterns.WORD)
                .description("Id of the master.");
        return fields(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .addProperty("master", master),
                        "IndustrialGroup")
                .required(List.of("master", "group"));
    }

    /** A change of a decision, all of which may be left out. */
    private static Schema part() {
        return fields(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT), "GroupOrNone");
    }

    private static Schema fields(Schema schema, String group) {
        return schema.addProperty("group", ref(group))
                .addProperty("detail", text(DecisionPatch.DETAIL, Patterns.LINE).addExample("Roofing"))
                .addProperty("naics", text(Patterns.WORD, Patterns.NAICS).addExample("238160"))
                .addProperty("supportCategory", ref("SupportCategory"))
                .addProperty(
                        "website",
                        text(DecisionPatch.WEBSITE, Patterns.WEBSITE)
                                .addExample("example.com")
                                .description("A host, or the address of a page of it; the bare host is kept."))
                .addProperty("status", ref("DecisionStatus"))
                .addProperty("reason", text(DecisionPatch.REASON, Patterns.LINE));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema text(int longest, String pattern) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .addType(Schema.SchemaType.NULL)
                .maxLength(longest)
                .pattern(pattern);
    }

    static List<Schema> orNone(Schema words) {
        return List.of(words, OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }

    static Schema words(String description, List<String> words) {
        Schema schema =
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
        words.forEach(schema::addEnumeration);
        return schema;
    }

    /** The same where it need not be said. */
    private static Schema optional(String description, List<String> words) {
        return OASFactory.createSchema().description(description).anyOf(orNone(words(null, words)));
    }

    static Schema problem() {
        Schema schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What went wrong, as RFC 9457 writes it.")
                .required(List.of("type", "title", "status", "detail"));
        for (String name : List.of("type", "title", "detail", "instance", "incident")) {
            schema.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        return schema.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
    }
}
