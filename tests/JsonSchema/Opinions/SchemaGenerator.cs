using FsCheck;
using FsCheck.Fluent;

namespace SocialContract.JsonSchema.Tests.Opinions;

/// <summary>Random schemas and instances, as JSON texts, whose parts meet often enough for both verdicts to occur.</summary>
internal static class SchemaGenerator
{
    private static readonly string[] Scalars =
        ["null", "true", "false", "0", "1", "2", "7", "-3", "2.5", "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"bb\""];
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Types = ["null", "boolean", "number", "integer", "string", "array", "object"];
    private static readonly string[] Patterns = ["^a", "b$", "^[ab]+$", "c"];

    public static Gen<string> Instance(int depth) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.OneOf(
            Gen.Elements(Scalars),
            Some(Instance(depth - 1), 3).Select(items => $"[{string.Join(',', items)}]"),
            Object(Instance(depth - 1)));

    /// <param name="modern">
    /// Whether keywords from after draft 4 are used; if not, a keyword comes only beside the type it applies to.
    /// </param>
    public static Gen<string> Schema(int depth, bool modern) => modern ? Untyped(depth, modern) : Gen.OneOf(Typed(depth), Combined(depth));

    private static Gen<string> Untyped(int depth, bool modern) =>
        Some(Keyword(depth, modern), 4).Select(keywords => $"{{{string.Join(',', keywords.DistinctBy(NameOf))}}}");

    private static Gen<string> Keyword(int depth, bool modern)
    {
        var count = Gen.Choose(0, 3);
        var leaves = new List<Gen<string>>
        {
            Gen.Elements(Types).Select(type => $"\"type\":\"{type}\""),
            Some(Gen.Elements(Types), 3).Where(types => types.Count > 0).Select(types => $"\"type\":[{Quoted(types)}]"),
            Some(Gen.Elements(Scalars), 4).Where(values => values.Count > 0)
                .Select(values => $"\"enum\":[{string.Join(',', values.Distinct())}]"),
            Gen.Choose(-3, 7).Select(bound => $"\"minimum\":{bound}"),
            Gen.Choose(-3, 7).Select(bound => $"\"maximum\":{bound}"),
            Gen.Elements("1", "2", "0.5").Select(divisor => $"\"multipleOf\":{divisor}"),
            count.Select(length => $"\"minLength\":{length}"),
            count.Select(length => $"\"maxLength\":{length}"),
            Gen.Elements(Patterns).Select(pattern => $"\"pattern\":\"{pattern}\""),
            count.Select(items => $"\"minItems\":{items}"),
            count.Select(items => $"\"maxItems\":{items}"),
            Gen.Constant("\"uniqueItems\":true"),
            count.Select(members => $"\"maxProperties\":{members}"),
            count.Select(members => $"\"minProperties\":{members}"),
            Some(Gen.Elements(Names), 3).Where(names => names.Count > 0).Select(names => $"\"required\":[{Quoted(names)}]"),
        };
        if (modern)
        {
            leaves.Add(Gen.Elements(Scalars).Select(value => $"\"const\":{value}"));
            leaves.Add(Gen.Choose(-3, 7).Select(bound => $"\"exclusiveMinimum\":{bound}"));
            leaves.Add(Some(Gen.Elements(Names), 2).Select(names => $"\"dependentRequired\":{{\"a\":[{Quoted(names)}]}}"));
        }

        return depth == 0 ? Gen.OneOf(leaves) : Gen.OneOf(Gen.OneOf(leaves), Gen.OneOf(Applicators(depth, modern)));
    }

    private static Gen<string> Typed(int depth)
    {
        var lower = Gen.Choose(0, 2);
        var upper = Gen.Choose(1, 3);
        List<Gen<string>> numbers =
        [
            Gen.Choose(-3, 2).Select(bound => $"\"minimum\":{bound}"),
            Gen.Choose(2, 7).Select(bound => $"\"maximum\":{bound}"),
            Gen.Elements("\"multipleOf\":1", "\"multipleOf\":2"),
        ];
        List<Gen<string>> strings =
        [
            lower.Select(length => $"\"minLength\":{length}"),
            upper.Select(length => $"\"maxLength\":{length}"),
            Gen.Elements(Patterns).Select(pattern => $"\"pattern\":\"{pattern}\""),
        ];
        List<Gen<string>> arrays =
        [
            lower.Select(items => $"\"minItems\":{items}"),
            upper.Select(items => $"\"maxItems\":{items}"),
            Gen.Constant("\"uniqueItems\":true"),
        ];
        List<Gen<string>> objects =
        [
            lower.Select(members => $"\"minProperties\":{members}"),
            upper.Select(members => $"\"maxProperties\":{members}"),
            Some(Gen.Elements(Names), 3).Where(names => names.Count > 0).Select(names => $"\"required\":[{Quoted(names)}]"),
        ];
        if (depth > 0)
        {
            var schema = Schema(depth - 1, modern: false);
            arrays.Add(schema.Select(each => $"\"items\":{each}"));
            objects.Add(Object(schema).Select(map => $"\"properties\":{map}"));
            objects.Add(Gen.Elements("true", "false").Select(allowed => $"\"additionalProperties\":{allowed}"));
        }

        return Gen.OneOf(
            Of("integer", numbers),
            Of("number", numbers),
            Of("string", strings),
            Of("array", arrays),
            Of("object", objects),
            Gen.Elements("{\"type\":\"boolean\"}", "{\"type\":\"null\"}"),
            Some(Gen.Elements(Scalars.Where(scalar => scalar != "\"\"").ToArray()), 4).Where(values => values.Count > 0)
                .Select(values => $"{{\"enum\":[{string.Join(',', values.Distinct())}]}}"));
    }

    private static Gen<string> Of(string type, IEnumerable<Gen<string>> keywords) => Some(Gen.OneOf(keywords), 3).Select(list =>
        $"{{{string.Join(',', list.Prepend($"\"type\":\"{type}\"").DistinctBy(NameOf))}}}");

    private static string NameOf(string keyword) => keyword[..keyword.IndexOf(':')];

    private static Gen<string> Combined(int depth)
    {
        if (depth == 0)
        {
            return Typed(0);
        }

        var schema = Schema(depth - 1, modern: false);
        var several = Some(schema, 3).Where(schemas => schemas.Count > 0).Select(schemas => string.Join(',', schemas));
        return Gen.OneOf(
            several.Select(branches => $"{{\"allOf\":[{branches}]}}"), several.Select(branches => $"{{\"anyOf\":[{branches}]}}"),
            several.Select(branches => $"{{\"oneOf\":[{branches}]}}"), schema.Select(refused => $"{{\"not\":{refused}}}"));
    }

    private static IEnumerable<Gen<string>> Applicators(int depth, bool modern)
    {
        var schema = Schema(depth - 1, modern);
        var several = Some(schema, 3).Where(schemas => schemas.Count > 0).Select(schemas => string.Join(',', schemas));
        List<Gen<string>> applicators =
        [
            Object(schema).Select(map => $"\"properties\":{map}"),
            Gen.Elements("true", "false").Select(allowed => $"\"additionalProperties\":{allowed}"),
            schema.Select(each => $"\"additionalProperties\":{each}"),
            schema.Select(each => $"\"items\":{each}"),
            several.Select(branches => $"\"allOf\":[{branches}]"),
            several.Select(branches => $"\"anyOf\":[{branches}]"),
            several.Select(branches => $"\"oneOf\":[{branches}]"),
            schema.Select(refused => $"\"not\":{refused}"),
        ];
        if (modern)
        {
            applicators.AddRange(
            [
                several.Select(first => $"\"prefixItems\":[{first}]"),
                schema.Select(matching => $"\"contains\":{matching}"),
                schema.Select(matching => $"\"contains\":{matching},\"minContains\":0,\"maxContains\":1"),
                schema.Select(names => $"\"propertyNames\":{names}"),
                schema.Select(each => $"\"patternProperties\":{{\"^[ab]\":{each}}}"),
                schema.Select(dependent => $"\"dependentSchemas\":{{\"b\":{dependent}}}"),
                schema.Select(rest => $"\"unevaluatedProperties\":{rest}"),
                Gen.Constant("\"unevaluatedProperties\":false"),
                schema.Select(rest => $"\"unevaluatedItems\":{rest}"),
                Gen.Constant("\"unevaluatedItems\":false"),
                Gen.ArrayOf(schema, 3).Select(three => $"\"if\":{three[0]},\"then\":{three[1]},\"else\":{three[2]}"),
            ]);
        }

        return applicators;
    }

    private static Gen<string> Object(Gen<string> value) => Gen.Zip(Some(Gen.Elements(Names), 3), Gen.ArrayOf(value, 3)).Select(members =>
        $"{{{string.Join(',', members.Item1.Distinct().Zip(members.Item2, (name, item) => $"\"{name}\":{item}"))}}}");

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> item, int limit) =>
        Gen.Choose(0, limit).SelectMany(count => Gen.ArrayOf(item, count)).Select(items => (IReadOnlyList<T>)items);

    private static string Quoted(IEnumerable<string> names) => string.Join(',', names.Distinct().Select(name => $"\"{name}\""));
}
