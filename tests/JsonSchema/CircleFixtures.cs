// Namespaces that depend on each other through lambdas and local variables alone, for the test of the detector.
namespace SocialContract.JsonSchema.Tests.Circle.First
{
    internal static class Caller
    {
        public static Func<object> Method() => () => new Second.Called();
    }
}

namespace SocialContract.JsonSchema.Tests.Circle.Second
{
    internal sealed class Called
    {
        public static object Method()
        {
            var lists = new List<Func<object>> { First.Caller.Method };
            return new Third.Leaf[lists.Count];
        }
    }
}

namespace SocialContract.JsonSchema.Tests.Circle.Third
{
    internal sealed class Leaf;
}
