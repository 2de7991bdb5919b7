using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Where a keyword is: its schema and its name.</summary>
/// <param name="schema">The schema that has the keyword.</param>
/// <param name="keyword">The keyword's name.</param>
/// <param name="token">The name as a part of a pointer: <c>/name</c>.</param>
internal sealed class KeywordSite(SchemaNode schema, string keyword, string token)
{
    public KeywordSite(SchemaNode schema, string keyword)
        : this(schema, keyword, "/" + Pointers.Escape(keyword))
    {
    }

    public SchemaNode Schema { get; } = schema;

    public string Keyword { get; } = keyword;

    public string Token { get; } = token;

    public SchemaLocation Location => Schema.Location with { Pointer = Schema.Location.Pointer + Token };

    public string AbsoluteUri => Schema.AbsoluteUri + UriText.EscapeFragment(Token);

    public KeywordSite Sibling(string name) => new(Schema, name);
}
