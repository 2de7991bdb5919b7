namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>A clock that starts at 2024-06-21T06:41:04.966Z and only moves in steps.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 6, 21, 6, 41, 4, 966, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Step(TimeSpan by) => _now += by;
}
