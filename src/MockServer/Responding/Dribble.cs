namespace SocialContract.MockServer.Responding;

/// <summary>A body that is sent slowly, in pieces of equal length.</summary>
/// <param name="Pieces">At least 1.</param>
/// <param name="Duration">From the request to the last piece: an equal part of it passes before each piece.</param>
internal sealed record Dribble(int Pieces, TimeSpan Duration);
