namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>What became of the accounts of one request.</summary>
/// <param name="Refused">Each with the place that has it.</param>
internal sealed record Outcome<TAsked, TConnected>(IReadOnlyList<TConnected> Connected, IReadOnlyList<(TAsked Account, Place Current)> Refused)
    where TConnected : class
{
    /// <summary>False only where nothing was connected and something was refused.</summary>
    public bool Success => Connected.Count > 0 || Refused.Count == 0;

    /// <param name="asked">Null where the request has none.</param>
    /// <param name="connect">Gives null where another place has it.</param>
    public static Outcome<TAsked, TConnected> Of(IReadOnlyList<TAsked>? asked, Func<TAsked, TConnected?> connect, Func<TAsked, Place> placeOf)
    {
        List<TConnected> connected = [];
        List<(TAsked, Place)> refused = [];
        foreach (var account in asked ?? [])
        {
            if (connect(account) is { } row)
            {
                connected.Add(row);
            }
            else
            {
                refused.Add((account, placeOf(account)));
            }
        }

        return new(connected, refused);
    }
}
