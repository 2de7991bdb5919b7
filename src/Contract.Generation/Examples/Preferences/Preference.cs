namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>Which of an operation's answers a client prefers: the <c>Prefer</c> header (RFC 7240) or its stand-ins in the query.</summary>
public sealed record Preference
{
    /// <summary>Nothing preferred.</summary>
    public static Preference None { get; } = new();

    /// <summary>A status (<c>404</c>), or a key of <c>responses</c> (<c>4XX</c>, <c>default</c>).</summary>
    public string? Code { get; init; }

    /// <summary>The name of an example.</summary>
    public string? Example { get; init; }

    /// <summary>Whether data is to be generated even where examples exist; null: as the server does by default.</summary>
    public bool? Dynamic { get; init; }

    /// <summary>The seed of generated data; null: the server's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How long the answer is to be held back, as asked.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// How long the client is ready to wait at most (RFC 7240, section 4.3). A server that takes all of that time is what a client
    /// wants to be tried with.
    /// </summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>
    /// How long to hold the answer back: <see cref="Delay"/>, but no longer than <see cref="Wait"/>; all of <see cref="Wait"/>
    /// where no delay is asked for.
    /// </summary>
    public TimeSpan EffectiveDelay => Delay is { } delay && !(Wait < delay) ? delay : Wait ?? TimeSpan.Zero;

    /// <summary>Whether the choice of the answer depends on it at all.</summary>
    internal bool IsSelective => Code is not null || Example is not null || Dynamic is not null;
}
