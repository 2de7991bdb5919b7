namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>The current value of a part of a template, and the names that its block gives.</summary>
/// <param name="value">What <c>this</c> is.</param>
/// <param name="parent">The value of the enclosing block; null: the model.</param>
internal sealed class TemplateFrame(object? value, TemplateFrame? parent)
{
    public object? Value => value;

    public TemplateFrame? Parent => parent;

    /// <summary>The names of <c>as |value index|</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Names { get; init; }

    /// <summary>What <c>@index</c> and the like are.</summary>
    public IReadOnlyDictionary<string, object?>? Data { get; init; }
}
