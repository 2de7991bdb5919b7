namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>Which response of an operation a client prefers, from the <c>Prefer</c> header (RFC 7240) or from the query.</summary>
public sealed record Preference
{
    /// <summary>No preference.</summary>
    public static Preference None { get; } = new();

    /// <summary>A status (<c>404</c>), or a key of <c>responses</c> (<c>4XX</c>, <c>default</c>).</summary>
    public string? Code { get; init; }

    /// <summary>The name of an example.</summary>
    public string? Example { get; init; }

    /// <summary>Whether to generate data even where examples exist; null: the server's default.</summary>
    public bool? Dynamic { get; init; }

    /// <summary>The seed of generated data; null: the server's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The delay that the client asks for.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// The longest time that the client is ready to wait (RFC 7240, section 4.3). Without a <see cref="Delay"/> the response takes all of
    /// it, so that a client can be tested with a slow server.
    /// </summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>
    /// How long to delay the response: <see cref="Delay"/>, but no longer than <see cref="Wait"/>; <see cref="Wait"/> where no delay is
    /// asked for.
    /// </summary>
    public TimeSpan EffectiveDelay => Delay is { } delay && !(Wait < delay) ? delay : Wait ?? TimeSpan.Zero;

    /// <summary>Whether it affects which response is selected.</summary>
    internal bool IsSelective => Code is not null || Example is not null || Dynamic is not null;
}
