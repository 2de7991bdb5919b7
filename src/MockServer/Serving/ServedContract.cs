using System.Collections.Concurrent;
using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Serving;

/// <summary>One version of a document, made ready to serve: routes at once, what an operation needs when it is first asked for.</summary>
internal sealed class ServedContract
{
    /// <summary>Beyond this many operations most are never asked for.</summary>
    private const int MostWarmed = 50;

    private readonly ConcurrentDictionary<Operation, Lazy<OperationPlan>> _plans = new();
    private readonly MockOptions _options;

    private ServedContract(ContractDescription api, MockOptions options)
    {
        (Api, _options) = (api, options);
        Router = OperationRouter.Build(api.Operations);
        Validators = new ContractValidators(api);
        Generator = new DataGenerator(api);
    }

    public ContractDescription Api { get; }

    public OperationRouter Router { get; }

    public ContractValidators Validators { get; }

    public DataGenerator Generator { get; }

    public static ServedContract Of(ContractDescription api, MockOptions options) => new(api, options);

    /// <summary>Makes the first operations ready in the background, so that the first request does not wait for its schemas to be compiled.</summary>
    public void WarmUp() => _ = Task.Run(() =>
    {
        foreach (var operation in Api.Operations.Take(MostWarmed))
        {
            PlanOf(operation);
        }
    });

    public OperationPlan PlanOf(Operation operation) => _plans.GetOrAdd(
        operation,
        static (key, served) => new Lazy<OperationPlan>(() => new OperationPlan(key, served, served._options)),
        this).Value;
}
