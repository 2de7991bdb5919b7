namespace SocialContract.Contract.Generation.Examples;

/// <summary>What a runtime expression looks at.</summary>
internal enum RuntimeExpressionKind
{
    Url,
    Method,
    Parameter,
    Body,

    /// <summary>The element of the request's array that an element of the answer's is made for.</summary>
    Item,
}
