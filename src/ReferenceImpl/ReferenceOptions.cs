using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl;

/// <summary>What a reference server is started with.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The document of the social-accounts API.</summary>
    public required string Document { get; init; }

    /// <summary>An IP address or <c>localhost</c>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The SQLite file, made where it does not exist; null: a temporary one, gone when the server ends.</summary>
    public string? Database { get; init; }

    /// <summary>Who may call; a role that nobody here has gets <see cref="ReferenceHost.DefaultUsers"/>'s.</summary>
    public IReadOnlyList<RegisteredUser> Users { get; init; } = [];

    /// <summary>Whether <c>POST /_contract/provider-states</c> is there. It lets anybody change everything, so only for tests.</summary>
    public bool ProviderStates { get; init; }

    /// <summary>Larger request bodies get 413. Bytes.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where faults of the server itself are logged; null: nowhere.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Put before everything else, so that tests can break requests and answers.</summary>
    internal Action<IApplicationBuilder>? Middleware { get; init; }
}
