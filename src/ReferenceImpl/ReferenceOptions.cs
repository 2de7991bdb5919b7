using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl;

/// <summary>Options of a reference server.</summary>
public sealed record ReferenceOptions
{
    /// <summary>Path of the social-accounts API's document.</summary>
    public required string Document { get; init; }

    /// <summary>An IP address or <c>localhost</c>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>
    /// Names, besides <see cref="Host"/> and those of this machine, by which clients may reach the provider states: a container's service
    /// name.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// What a refusal advises in order to allow a name, the rest of a sentence after 'to allow it,'; a command line names its flag.
    /// </summary>
    public Func<string, string> AllowHostAdvice { get; init; } = static name => $"add {name} to ReferenceOptions.AllowedHosts";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Path of the SQLite file, created if it does not exist; null: a temporary file that is deleted when the server ends.
    /// </summary>
    public string? Database { get; init; }

    /// <summary>Users who may call; a role without a user here gets its user in <see cref="ReferenceHost.DefaultUsers"/>.</summary>
    public IReadOnlyList<RegisteredUser> Users { get; init; } = [];

    /// <summary>
    /// Whether <c>POST /_contract/provider-states</c> is served. It lets any caller change all data, so it is for tests only.
    /// </summary>
    public bool ProviderStates { get; init; }

    /// <summary>Whether pages of other origins may call the API, with credentials; the provider states are not part of it.</summary>
    public bool Cors { get; init; } = true;

    /// <summary>The largest request body, in bytes; larger ones get 413.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>
    /// The maximum number of bytes of request bodies that are held at once. A request without room waits up to 10 seconds, then gets 503.
    /// </summary>
    public long MaxHeldBodyBytes { get; init; } = BodyBudget.UsualBytes;

#pragma warning disable RS0030 // The default for whoever composes the application.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Configures where errors of the server are logged; null: they are not logged.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Runs before all other middleware, so that tests can alter requests and responses.</summary>
    internal Action<IApplicationBuilder>? Middleware { get; init; }
}
