using SocialApi.JsonSchema.Compilation;
using SocialApi.JsonSchema.Instances;

namespace SocialApi.JsonSchema.Evaluation;

/// <summary>Where a keyword stands: its schema and its name.</summary>
internal sealed class KeywordSite(SchemaNode schema, string keyword)
{
    public SchemaNode Schema { get; } = schema;

    public string Keyword { get; } = keyword;

    /// <summary>The keyword as a part of a pointer.</summary>
    public string Token => "/" + Pointers.Escape(Keyword);

    public SchemaLocation Location => Schema.Location with { Pointer = Schema.Location.Pointer + Token };

    public string AbsoluteUri => Schema.AbsoluteUri + UriText.EscapeFragment(Token);

    public KeywordSite Sibling(string keyword) => new(Schema, keyword);
}
