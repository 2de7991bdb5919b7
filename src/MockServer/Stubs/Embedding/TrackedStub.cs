using System.Reflection;
using System.Runtime.ExceptionServices;
using WireMock.Server;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>
/// A stub that a test is setting up; says when it is registered. WireMock.Net has no event for that.
/// </summary>
public class TrackedStub : DispatchProxy
{
    private IRespondWithAProvider _stub = null!;
    private Action<Guid?> _changed = null!;

    internal static IRespondWithAProvider Of(IRespondWithAProvider stub, Action<Guid?> changed)
    {
        var tracked = Create<IRespondWithAProvider, TrackedStub>();
        ((TrackedStub)tracked)._stub = stub;
        ((TrackedStub)tracked)._changed = changed;
        return tracked;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            var result = targetMethod!.Invoke(_stub, args);
            if (result is IRespondWithAProvider)
            {
                return this;
            }

            if (targetMethod.ReturnType == typeof(void))
            {
                // The members that give the response register the stub.
                _changed(_stub.Guid);
            }

            return result;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
            throw;
        }
    }
}
