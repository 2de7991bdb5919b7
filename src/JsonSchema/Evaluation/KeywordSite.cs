using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Where a keyword stands: its schema and its name.</summary>
internal sealed class KeywordSite
{
    private KeywordSite(SchemaNode schema, string keyword, string token) => (Schema, Keyword, Token) = (schema, keyword, token);

    public KeywordSite(SchemaNode schema, string keyword)
        : this(schema, keyword, "/" + Pointers.Escape(keyword))
    {
    }

    public KeywordSite(SchemaNode schema, Keyword keyword)
        : this(schema, keyword.Name, keyword.Token)
    {
    }

    public SchemaNode Schema { get; }

    public string Keyword { get; }

    /// <summary>The keyword as a part of a pointer.</summary>
    public string Token { get; }

    public SchemaLocation Location => Schema.Location with { Pointer = Schema.Location.Pointer + Token };

    public string AbsoluteUri => Schema.AbsoluteUri + UriText.EscapeFragment(Token);

    public KeywordSite Sibling(string keyword) => new(Schema, keyword);
}
