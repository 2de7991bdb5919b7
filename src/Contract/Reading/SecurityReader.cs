using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>Reads security schemes and requirements (OpenAPI 3.1, sections 4.8.27 and 4.8.30).</summary>
internal sealed class SecurityReader
{
    private readonly Dictionary<string, SecurityScheme> _schemes = new(StringComparer.Ordinal);
    private readonly DocumentNode? _general;

    public SecurityReader(ModelContext context)
    {
        var root = context.Documents.Root;
        _general = root.Member("security");
        foreach (var (name, entry) in root.Member("components")?.Member("securitySchemes")?.Members() ?? [])
        {
            if (context.Documents.Follow(entry) is { Value.ValueKind: JsonValueKind.Object } node
                && Scheme(name, node, context) is { } scheme)
            {
                _schemes[name] = scheme;
            }
        }
    }

    public IReadOnlyDictionary<string, SecurityScheme> Schemes => _schemes;

    /// <summary>
    /// The alternatives of an operation: its <c>security</c>, which may be empty, else the document's; without those that name an unknown
    /// scheme.
    /// </summary>
    public IReadOnlyList<SecurityRequirement> Of(DocumentNode operation)
    {
        var alternatives = new List<SecurityRequirement>();
        foreach (var node in (operation.Member("security") ?? _general)?.Elements() ?? [])
        {
            var names = node.Members().Select(member => member.Name).ToList();
            if (node.Value.ValueKind == JsonValueKind.Object && names.TrueForAll(_schemes.ContainsKey))
            {
                alternatives.Add(new SecurityRequirement([.. names.Select(name => _schemes[name])], node));
            }
        }

        return alternatives;
    }

    private static SecurityScheme? Scheme(string name, DocumentNode node, ModelContext context)
    {
        var word = node.Text("scheme");
        (SecuritySchemeKind Kind, string? Word)? kind = node.Text("type") switch
        {
            "apiKey" => (SecuritySchemeKind.ApiKey, node.Text("x-scheme")),
            "http" when Is("basic") => (SecuritySchemeKind.HttpBasic, "Basic"),
            "http" when Is("bearer") => (SecuritySchemeKind.HttpBearer, "Bearer"),
            "http" when word is not null => (SecuritySchemeKind.HttpOther, word),
            "mutualTLS" => (SecuritySchemeKind.MutualTls, null),
            "oauth2" => (SecuritySchemeKind.OAuth2, "Bearer"),
            "openIdConnect" => (SecuritySchemeKind.OpenIdConnect, "Bearer"),
            _ => null,
        };
        if (kind is not { } type || (type.Kind == SecuritySchemeKind.ApiKey && node.Text("name") is null))
        {
            return null;
        }

        var isKey = type.Kind == SecuritySchemeKind.ApiKey;
        return new SecurityScheme
        {
            Name = name,
            Kind = type.Kind,
            In = isKey ? ParameterStyles.ParseLocation(node.Text("in")) ?? ParameterLocation.Header : ParameterLocation.Header,
            ParameterName = isKey ? node.Text("name")! : "Authorization",
            Scheme = type.Word,
            Roles = [.. (node.Member("x-roles")?.Elements() ?? [])
                .Where(role => role.Value.ValueKind == JsonValueKind.String)
                .Select(role => role.Value.GetString()!)],
            Source = context.Provenances.Of(node).Source,
            Node = node,
        };

        bool Is(string scheme) => scheme.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
