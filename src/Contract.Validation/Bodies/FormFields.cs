using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>How the <c>encoding</c> of a form's properties writes its fields (OpenAPI 3.1, section 4.8.15); decided once.</summary>
internal sealed class FormFields
{
    private readonly Dictionary<string, StyleDecoder> _delimited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _exploded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _json = new(StringComparer.Ordinal);

    public FormFields(MediaType media, ValueShape shape)
    {
        foreach (var (name, encoding) in media.Encodings)
        {
            var property = shape.Property(name);
            var style = encoding.Style ?? ParameterStyle.Form;
            var exploded = encoding.Explode ?? style == ParameterStyle.Form;
            if (encoding.Style is null && encoding.Explode is null)
            {
                if (encoding.ContentType is { } type && MediaTypeName.TryParse(type, out var parsed) && parsed.IsJson)
                {
                    _json.Add(name);
                }
            }
            else if (!exploded && style != ParameterStyle.DeepObject)
            {
                _delimited[name] = new StyleDecoder(name, style, false, property, TextDecoding.PercentAndPlus);
            }
            else if (exploded && style == ParameterStyle.Form && property.Divide(several: true) == Container.Object)
            {
                foreach (var member in property.PropertyNames.Where(member => !shape.PropertyNames.Contains(member)))
                {
                    _exploded.TryAdd(member, $"{name}[{member}]");
                }
            }
        }
    }

    /// <summary>The decoder of a field whose encoding has a delimiter; null if it has none.</summary>
    public StyleDecoder? Delimited(string name) => _delimited.GetValueOrDefault(name);

    /// <summary>The field's name with brackets: <c>color[R]</c> for <c>R</c> if color is an exploded object.</summary>
    public string Bracketed(string name) => _exploded.GetValueOrDefault(name, name);

    /// <summary>Whether the property of a field is encoded as JSON.</summary>
    public bool IsJson(string name) => _json.Count > 0 && _json.Contains(BracketedName.First(name, out _));
}
