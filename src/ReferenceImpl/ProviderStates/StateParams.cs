using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary>The params of the states, as the document names them.</summary>
internal static class StateParams
{
    internal sealed record AccountExists(int Id, Role Owner);

    internal sealed record InWorkspace(string Uid, string Name);

    internal sealed record InPersonal(string Uid, string Name, Role Owner);
}
