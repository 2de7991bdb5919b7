namespace SocialContract.JsonSchema.Instances;

/// <summary>Keeps returned instances: one for each thread, and a few that all threads share.</summary>
internal static class InstancePool
{
    private static readonly JsonInstance?[] Shared = new JsonInstance?[Math.Max(8, Environment.ProcessorCount * 2)];

    [ThreadStatic]
    private static JsonInstance? _own;

    public static JsonInstance Rent()
    {
        var instance = _own;
        if (instance is not null)
        {
            _own = null;
            return instance;
        }

        for (var i = 0; i < Shared.Length; i++)
        {
            if (Shared[i] is not null && Interlocked.Exchange(ref Shared[i], null) is { } shared)
            {
                return shared;
            }
        }

        return new JsonInstance();
    }

    public static void Return(JsonInstance instance)
    {
        if (_own is null)
        {
            _own = instance;
            return;
        }

        for (var i = 0; i < Shared.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Shared[i], instance, null) is null)
            {
                return;
            }
        }
    }
}
