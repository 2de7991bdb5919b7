using System.Diagnostics.CodeAnalysis;

namespace SocialContract.ReferenceImpl.Users;

/// <summary>Every registered user. With a new token, a role's user keeps the accounts that the user connected before.</summary>
internal sealed class UserDirectory
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    private readonly List<User> _users = [];
    private readonly Dictionary<string, User> _byToken = new(StringComparer.Ordinal);

    /// <param name="registered">A role without a user here gets its <see cref="Default"/> user.</param>
    /// <exception cref="TokenTakenException">Two users have the same token.</exception>
    public UserDirectory(IReadOnlyList<RegisteredUser> registered)
    {
        List<RegisteredUser> firsts = [.. Roles.Select(role => registered.FirstOrDefault(user => user.Role == role) ?? Default(role))];
        List<RegisteredUser> others = [.. registered.Where(user => !firsts.Any(first => ReferenceEquals(first, user)))];
        foreach (var (role, token) in firsts.Concat(others))
        {
            var id = _users.Count + 1;
            var name = id <= Roles.Length ? $"{role}" : $"{role}-{id}";
            var user = new User(id, role, $"{name.ToLowerInvariant()}@example.com");
            if (!_byToken.TryAdd(token, user))
            {
                throw new TokenTakenException(user.Email, _byToken[token].Email);
            }

            _users.Add(user);
        }
    }

    /// <summary>The user of a role for which no token is given.</summary>
    public static RegisteredUser Default(Role role) => new(role, $"{role.ToString().ToLowerInvariant()}-token");

    public bool TryFind(string token, [NotNullWhen(true)] out User? user) => _byToken.TryGetValue(token, out user);

    public User FirstOf(Role role) => _users.First(user => user.Role == role);
}
