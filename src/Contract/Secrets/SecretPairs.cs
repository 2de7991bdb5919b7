using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Which name-value pairs hold secrets: of an operation's query, or of a form body. Names are those of parameters or members, with brackets
/// or dots for what is in them: <c>auth[codes][]</c>.
/// </summary>
internal sealed class SecretPairs
{
    private readonly Dictionary<string, Described> _described = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(SecretSchema Schema, bool IsSecret)> _objects = [];

    private SecretPairs()
    {
    }

    /// <summary>Whether any pair is secret.</summary>
    public bool IsAny { get; private set; }

    public static SecretPairs OfQuery(Operation operation, SchemaView view)
    {
        var pairs = new SecretPairs();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query))
        {
            var schema = SchemaOf(parameter, view);
            var isSecret = parameter.Node.IsSecret() || schema?.IsSecret == true;
            var isDeep = parameter is { Style: ParameterStyle.DeepObject, Content: null };
            pairs.Add(
                parameter.Name,
                new Described(isSecret || (!isDeep && schema?.HoldsSecret == true), isDeep ? schema : null, schema, isSecret));
            if (parameter is { Style: ParameterStyle.Form, Explode: true, Content: null } && schema is { IsObject: true }
                && (isSecret || schema.HoldsSecret))
            {
                pairs.AddMembers(schema, isSecret);
            }
        }

        foreach (var scheme in operation.Security.SelectMany(requirement => requirement.Schemes)
            .Where(scheme => scheme.In == ParameterLocation.Query))
        {
            pairs.Add(scheme.ParameterName, new Described(true, null, null, true));
        }

        return pairs;
    }

    public static SecretPairs OfForm(SecretSchema body)
    {
        var pairs = new SecretPairs();
        pairs.AddMembers(body, body.IsSecret);
        return pairs;
    }

    /// <summary>What is known of a parameter's or header's value; null if the document says nothing.</summary>
    public static SecretSchema? SchemaOf(Parameter parameter, SchemaView view) =>
        (parameter.Schema ?? parameter.Content?.Schema) is { } schema ? SecretSchema.Of(view, schema.Node) : null;

    /// <summary>A parameter or header, whether it is secret or not.</summary>
    public static SecretPair Of(Parameter parameter, SchemaView view) =>
        new(parameter.Name, SchemaOf(parameter, view), parameter.Node.IsSecret(), parameter.Content is null ? parameter.Style : null);

    /// <summary>The cookies of the operations, by name: every cookie's value is secret.</summary>
    public static Dictionary<string, SecretPair> OfCookies(IReadOnlyList<Operation> operations, SchemaView view) => operations
        .SelectMany(operation => operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Cookie))
        .GroupBy(cookie => cookie.Name, StringComparer.Ordinal)
        .ToDictionary(
            cookies => cookies.Key,
            cookies => new SecretPair(
                cookies.Key,
                SecretSchema.Of(view, cookies.Select(cookie => cookie.Schema ?? cookie.Content?.Schema)
                    .Where(schema => schema is not null).Select(schema => schema!.Node)),
                true),
            StringComparer.Ordinal);

    /// <summary>Whether the pair's value is a secret; null if the document does not describe the name.</summary>
    /// <param name="name">Decoded.</param>
    /// <param name="pair">What may be shown of it: names that the document does not have below a secret may be secrets themselves.</param>
    public bool? IsSecret(string name, out SecretPair pair)
    {
        if (_described.TryGetValue(name, out var exact))
        {
            pair = new SecretPair(name, exact.Value, exact.IsMarked);
            return exact.IsSecret || exact.Schema?.HoldsSecret == true;
        }

        var path = PairName.Parts(name);
        if (_described.TryGetValue(path[0], out var described) || _described.TryGetValue($"{path[0]}[]", out described))
        {
            return IsSecret(described, name, path, out pair);
        }

        var isBelowSecret = _objects.Exists(known => known.IsSecret || known.Schema.HasSecretNames);
        var member = _objects.Select(known => known.Schema.Member(path[0])).FirstOrDefault(member => member?.HoldsSecret == true);
        pair = new SecretPair(isBelowSecret ? Redactor.Word : name, member, isBelowSecret);
        return isBelowSecret || member is not null ? true : null;
    }

    private static bool IsSecret(in Described described, string name, IReadOnlyList<string> path, out SecretPair pair)
    {
        var (isSecret, schema) = (described.IsSecret, described.Schema);
        for (var index = 1; index < path.Count && schema is not null; index++)
        {
            schema = int.TryParse(path[index], out var element) ? schema.Element(element) ?? schema.Member(path[index])
                : path[index].Length == 0 ? schema.Element(0)
                : schema.Member(path[index]);
            isSecret |= schema?.IsSecret == true;
        }

        pair = new SecretPair(isSecret ? PairName.WithoutUnknown(name, path, described.Schema) : name, schema, isSecret);
        return isSecret || schema?.HoldsSecret == true;
    }

    /// <summary>Adds the members of an object that has no pair of its own.</summary>
    private void AddMembers(SecretSchema schema, bool isSecret)
    {
        _objects.Add((schema, isSecret));
        IsAny |= isSecret || schema.HoldsSecret;
        foreach (var name in schema.Names)
        {
            var member = schema.Member(name);
            var isMarked = isSecret || member?.IsSecret == true;
            Add(name, new Described(isMarked, member, member, isMarked));
        }
    }

    private void Add(string name, Described described)
    {
        IsAny |= described.IsSecret || described.Schema?.HoldsSecret == true;
        _described[name] = _described.TryGetValue(name, out var other) && other.IsSecret ? other : described;
    }

    /// <param name="IsSecret">Whether the pair's value is not shown.</param>
    /// <param name="Schema">Of a value whose members are pairs of their own.</param>
    /// <param name="Value">The schema of the value, whatever its pairs are.</param>
    /// <param name="IsMarked">Whether all of the value is secret, and not only what its schema calls so.</param>
    private readonly record struct Described(bool IsSecret, SecretSchema? Schema, SecretSchema? Value, bool IsMarked);
}

/// <summary>A pair, parameter or header whose value is secret.</summary>
/// <param name="Name">As it may be shown.</param>
/// <param name="Schema">Of the value; null if the document does not describe it.</param>
/// <param name="IsWhole">Whether all of the value is secret, and not only what the schema calls so.</param>
/// <param name="Style">Of a parameter's value; null if it has no style.</param>
internal readonly record struct SecretPair(string Name, SecretSchema? Schema, bool IsWhole, ParameterStyle? Style = null);

/// <summary>The name of a pair, which may be a path: <c>auth[codes][]</c>, <c>auth.code</c>.</summary>
internal static class PairName
{
    /// <summary>The name, and what its brackets and dots hold.</summary>
    public static IReadOnlyList<string> Parts(string name) =>
        name.AsSpan().IndexOfAny("[].") >= 0 && BracketedName.Parts(name) is { Count: > 0 } parts
            ? [.. parts.SelectMany(part => part.TrimStart('.').Split('.'))]
            : [name];

    /// <summary>What is in a name, but not in the name as it may be shown.</summary>
    public static IEnumerable<string> Hidden(string name, string shown) =>
        shown == name ? [] : shown == Redactor.Word ? [name] : Parts(name).Except(Parts(shown));

    /// <summary>The name with replacements for the parts that no schema describes, but for positions in lists.</summary>
    public static string WithoutUnknown(string written, IReadOnlyList<string> path, SecretSchema? schema)
    {
        var (name, isWhole) = (path[0], true);
        foreach (var part in path.Skip(1))
        {
            var isPosition = part.Length == 0 || int.TryParse(part, out _);
            var isKnown = isPosition || schema?.Names.Contains(part) == true;
            isWhole &= isKnown;
            name += isKnown ? $"[{part}]" : $"[{Redactor.Word}]";
            schema = isPosition ? schema?.Element(0) : schema?.Member(part);
        }

        return isWhole ? written : name;
    }
}
