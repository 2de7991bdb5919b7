namespace SocialContract.ReferenceImpl.Users;

/// <summary>A registered user without the token.</summary>
/// <param name="Id">
/// The same in each run: the first users of the roles are 1, 2 and 3, further users follow in the order in which they were given.
/// </param>
internal sealed record User(int Id, Role Role, string Email);
