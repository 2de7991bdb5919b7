namespace SocialContract.Verification.Reporting;

/// <summary>How far a run is.</summary>
/// <param name="Sent">Requests answered or given up so far.</param>
/// <param name="Planned">Requests of the whole plan.</param>
/// <param name="Failed">Rules seen broken so far that gate.</param>
public readonly record struct VerificationProgress(int Sent, int Planned, int Failed);
