namespace SocialContract.ReferenceImpl.Accounts;

/// <summary>The accounts of one request, divided into connected and refused ones.</summary>
/// <param name="Refused">Each with the place to which it is connected.</param>
internal sealed record ConnectionOutcome<TAsked, TConnected>(
    IReadOnlyList<TConnected> Connected, IReadOnlyList<(TAsked Account, AccountPlace Current)> Refused)
    where TConnected : class
{
    /// <summary>False only if no account was connected and at least one was refused.</summary>
    public bool Success => Connected.Count > 0 || Refused.Count == 0;

    /// <param name="asked">Null if the request has none.</param>
    /// <param name="connect">Returns null if the account is connected to another place.</param>
    public static ConnectionOutcome<TAsked, TConnected> Of(
        IReadOnlyList<TAsked>? asked, Func<TAsked, TConnected?> connect, Func<TAsked, AccountPlace> placeOf)
    {
        List<TConnected> connected = [];
        List<(TAsked, AccountPlace)> refused = [];
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
