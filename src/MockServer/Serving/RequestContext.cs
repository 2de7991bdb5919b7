using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SocialContract.Contract.AspNetCore;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.MockServer.Serving;

/// <summary>The request as the answers that reflect it see it.</summary>
internal sealed class RequestContext(RequestMessage request, RequestVerdict verdict, ulong seed) : ResponseContext
{
    public override string Method => request.Method;

    public override string Url => request.Url;

    public override string Path => request.Path;

    public override ulong Seed => seed;

    public override IReadOnlyList<Violation> Violations => verdict.Violations;

    public override string? Header(string name) => request.Headers[name];

    public override bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json) => verdict.TryGetParameter(location, name, out json);

    public override bool TryGetBody(out JsonCursor body)
    {
        body = verdict.Body?.Root ?? default;
        return verdict.Body is not null;
    }
}
