using System.Net;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>Fails the test if a response breaks the document.</summary>
internal sealed class ConformingResponses : DelegatingHandler
{
    private static readonly OperationRouter Router = OperationRouter.Build(TestServer.Contract.Operations);
    private static readonly ContractValidators Validators = new(TestServer.Contract);

    /// <summary>What HTTP itself asks of a server, and the documentation does not mention.</summary>
    private static readonly HttpStatusCode[] OfHttpItself =
        [HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var route = Router.Match(request.Method.Method, request.RequestUri!.AbsolutePath);
        if (route.Operation is { } operation && !OfHttpItself.Contains(response.StatusCode))
        {
            var violations = Validators.Response(operation).Validate(await response.ReadMessageAsync(cancellationToken));
            if (violations.Count > 0)
            {
                throw new BrokenResponseException(string.Join("; ", violations.Select(violation => violation.Message)));
            }
        }

        return response;
    }
}
