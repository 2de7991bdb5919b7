namespace SocialContract.Verification.Baselines;

/// <summary>One failure that the team knows of and has put off.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="Operation">The operation's id.</param>
/// <param name="Until">The last day on which it does not fail the run.</param>
/// <param name="Note">Why, and where it is being dealt with; may be empty.</param>
internal sealed record BaselineEntry(string Check, string Operation, DateOnly Until, string Note);
