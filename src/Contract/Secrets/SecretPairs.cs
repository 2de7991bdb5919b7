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
            pairs.Add(parameter.Name, new Described(isSecret || (!isDeep && schema?.HoldsSecret == true), isDeep ? schema : null));
            if (parameter is { Style: ParameterStyle.Form, Explode: true, Content: null } && schema is { IsObject: true }
                && (isSecret || schema.HoldsSecret))
            {
                pairs.AddMembers(schema, isSecret);
            }
        }

        foreach (var scheme in operation.Security.SelectMany(requirement => requirement.Schemes)
            .Where(scheme => scheme.In == ParameterLocation.Query))
        {
            pairs.Add(scheme.ParameterName, new Described(true, null));
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

    /// <summary>Whether the pair's value is a secret; null if the document does not describe the name.</summary>
    /// <param name="name">Decoded.</param>
    /// <param name="shown">The name as it may be shown: what the document does not describe below a secret may be a secret itself.</param>
    public bool? IsSecret(string name, out string shown)
    {
        shown = name;
        if (_described.TryGetValue(name, out var exact))
        {
            return exact.IsSecret || exact.Schema?.HoldsSecret == true;
        }

        var path = PairName.Parts(name);
        if (_described.TryGetValue(path[0], out var described) || _described.TryGetValue($"{path[0]}[]", out described))
        {
            return IsSecret(described, path, ref shown);
        }

        if (_objects.Exists(known => known.Schema.HasSecretNames))
        {
            shown = Redactor.Word;
            return true;
        }

        return _objects.Exists(known => known.IsSecret || known.Schema.Member(path[0])?.HoldsSecret == true) ? true : null;
    }

    private static bool IsSecret(in Described described, IReadOnlyList<string> path, ref string shown)
    {
        var (isSecret, schema) = (described.IsSecret, described.Schema);
        for (var index = 1; index < path.Count && schema is not null && !isSecret; index++)
        {
            schema = int.TryParse(path[index], out var element) ? schema.Element(element) ?? schema.Member(path[index])
                : path[index].Length == 0 ? schema.Element(0)
                : schema.Member(path[index]);
            isSecret = schema?.IsSecret == true;
        }

        if (isSecret)
        {
            shown = PairName.WithoutUnknown(shown, path, described.Schema);
            return true;
        }

        return schema?.HoldsSecret == true;
    }

    /// <summary>Adds the members of an object that has no pair of its own.</summary>
    private void AddMembers(SecretSchema schema, bool isSecret)
    {
        _objects.Add((schema, isSecret));
        IsAny |= isSecret || schema.HoldsSecret;
        foreach (var name in schema.Names)
        {
            var member = schema.Member(name);
            Add(name, new Described(isSecret || member?.IsSecret == true, member));
        }
    }

    private void Add(string name, Described described)
    {
        IsAny |= described.IsSecret || described.Schema?.HoldsSecret == true;
        _described[name] = _described.TryGetValue(name, out var other) && other.IsSecret ? other : described;
    }

    /// <param name="Schema">Of a value whose members are pairs of their own.</param>
    private readonly record struct Described(bool IsSecret, SecretSchema? Schema);
}

/// <summary>The name of a pair, which may be a path: <c>auth[codes][]</c>, <c>auth.code</c>.</summary>
internal static class PairName
{
    /// <summary>The name, and what its brackets and dots hold.</summary>
    public static IReadOnlyList<string> Parts(string name)
    {
        var end = name.AsSpan().IndexOfAny('[', '.');
        return end <= 0 ? [name] : [name[..end], .. name[end..].Split('[', '.').Skip(1).Select(part => part.TrimEnd(']'))];
    }

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
