namespace SocialContract.MockServer.Responding;

/// <summary>A body that is sent slowly, in pieces of equal length.</summary>
/// <param name="Pieces">At least 1.</param>
/// <param name="Duration">From the first piece to the last.</param>
internal sealed record Dribble(int Pieces, TimeSpan Duration);
