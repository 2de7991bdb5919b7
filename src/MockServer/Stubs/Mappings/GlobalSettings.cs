using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>Settings that hold for every response, those of the contract included; <c>/__admin</c> is left out.</summary>
/// <param name="Fixed">Null: none.</param>
/// <param name="Distribution">Added to the fixed delay; null: none.</param>
/// <param name="Posted">The distribution as it was posted; null: none.</param>
internal sealed record GlobalSettings(StubDelay.Fixed? Fixed, StubDelay? Distribution, JsonElement? Posted)
{
    public static GlobalSettings None { get; } = new(null, null, null);
}

/// <summary>Draws the delay of each response, of a fixed seed. Thread-safe.</summary>
internal sealed class GlobalDelay(ulong seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(unchecked((int)seed) + 1);
    private volatile GlobalSettings _settings = GlobalSettings.None;

    public GlobalSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <param name="isFixed">Whether the response has no fixed delay of its own.</param>
    /// <param name="isRandom">Whether the response has no random delay of its own.</param>
    public TimeSpan Next(bool isFixed, bool isRandom)
    {
        var settings = _settings;
        if (ReferenceEquals(settings, GlobalSettings.None))
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            return TimeSpan.FromMilliseconds(
                (isFixed ? settings.Fixed?.Sample(_random) ?? 0 : 0) + (isRandom ? settings.Distribution?.Sample(_random) ?? 0 : 0));
        }
    }
}
