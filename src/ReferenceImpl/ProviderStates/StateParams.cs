using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary>The params of the states, with the document's names.</summary>
internal static class StateParams
{
    internal sealed record AccountExists(int Id, Role Owner);

    internal sealed record InWorkspace(string Uid, string Name);

    internal sealed record InPersonal(string Uid, string Name, Role Owner);
}
