using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SocialContract.ReferenceImpl.Accounts;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary>
/// Sets up the states that the document names. Setting up a state adds to the existing data, so that several states can hold at once; an
/// account that it connects is disconnected from any other place. Tearing down a state deletes all accounts.
/// </summary>
internal sealed class ProviderStateTable
{
    private const string Token = "TOKEN_OF_A_PROVIDER_STATE";
    private const string Picture = "https://pictures.example/provider-state.png";

    private readonly FrozenDictionary<string, Action<Transaction, JsonElement>> _setups;
    private readonly UserDirectory _users;
    private readonly TimeProvider _clock;
    private readonly JsonSerializerOptions _json;

    public ProviderStateTable(UserDirectory users, TimeProvider clock, IOptions<JsonOptions> json)
    {
        (_users, _clock, _json) = (users, clock, json.Value.SerializerOptions);
        _setups = new Dictionary<string, Action<Transaction, JsonElement>>
        {
            ["a clean slate"] = (transaction, _) => Clear(transaction),
            ["an Instagram account exists"] = With<StateParams.AccountExists>(InstagramAccountExists),
            ["an Instagram account is connected to the Workspace"] =
                With<StateParams.InWorkspace>(
                    (transaction, at) => ConnectInstagramAccount(transaction, at.Uid, at.Name, Role.Admin, AccountPlace.Workspace)),
            ["an Instagram account is connected to Personal"] =
                With<StateParams.InPersonal>(
                    (transaction, at) => ConnectInstagramAccount(transaction, at.Uid, at.Name, at.Owner, PersonalOf(at.Owner))),
            ["a Facebook page is connected to the Workspace"] =
                With<StateParams.InWorkspace>(
                    (transaction, at) => ConnectFacebookPage(transaction, at.Uid, at.Name, Role.Admin, AccountPlace.Workspace)),
            ["a Facebook page is connected to Personal"] =
                With<StateParams.InPersonal>(
                    (transaction, at) => ConnectFacebookPage(transaction, at.Uid, at.Name, at.Owner, PersonalOf(at.Owner))),
        }.ToFrozenDictionary();
    }

    public IEnumerable<string> Names => _setups.Keys.Order(StringComparer.Ordinal);

    public bool Has(string state) => _setups.ContainsKey(state);

    /// <exception cref="JsonException">The parameters do not fit the state.</exception>
    public void SetUp(Transaction transaction, string state, JsonElement parameters) => _setups[state](transaction, parameters);

    public static void Clear(Transaction transaction) =>
        transaction.Execute("delete from instagram_accounts; delete from facebook_pages; delete from facebook_accounts;");

    private Action<Transaction, JsonElement> With<TParams>(Action<Transaction, TParams> setUp) =>
        (transaction, parameters) => setUp(transaction, parameters.ValueKind == JsonValueKind.Object
            ? parameters.Deserialize<TParams>(_json)!
            : throw new JsonException("The params are missing."));

    private void InstagramAccountExists(Transaction transaction, StateParams.AccountExists state)
    {
        transaction.Execute("delete from instagram_accounts where id = @Id", new { state.Id });
        var uid = $"ig-{state.Id}";
        ConnectInstagramAccount(transaction, uid, uid, state.Owner, PersonalOf(state.Owner));
        transaction.Execute("update instagram_accounts set id = @Id where ig_user_id = @uid", new { state.Id, uid });
    }

    private void ConnectInstagramAccount(Transaction transaction, string uid, string name, Role owner, AccountPlace place)
    {
        transaction.Execute("delete from instagram_accounts where ig_user_id = @uid", new { uid });
        var account = new InstagramAccountToConnect(uid, name, Picture, Token);
        InstagramAccount.Connect(transaction, account, place, SaveFacebookAccount(transaction, owner), Timestamp.Now(_clock));
    }

    private void ConnectFacebookPage(Transaction transaction, string uid, string name, Role owner, AccountPlace place)
    {
        transaction.Execute("delete from facebook_pages where fb_uid = @uid", new { uid });
        var page = new FacebookPageToConnect(uid, name, Token, Picture, IsSilhouette: true);
        FacebookPage.Connect(transaction, page, place, SaveFacebookAccount(transaction, owner), Timestamp.Now(_clock));
    }

    private long SaveFacebookAccount(Transaction transaction, Role owner) =>
        new FacebookAccount(Token, "FB_UID_OF_A_PROVIDER_STATE").Save(transaction, _users.FirstOf(owner));

    private AccountPlace PersonalOf(Role owner) => AccountPlace.PersonalOf(_users.FirstOf(owner));
}
