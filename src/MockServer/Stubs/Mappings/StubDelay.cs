namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>How long a response is held back.</summary>
internal abstract record StubDelay
{
    /// <summary>A longer delay is cut: 10 minutes.</summary>
    public const int MaxMilliseconds = 600_000;

    private StubDelay()
    {
    }

    /// <summary>A delay in milliseconds, at most <see cref="MaxMilliseconds"/>.</summary>
    public int Sample(Random random)
    {
        var milliseconds = Next(random);
        return milliseconds is > 0 and var delay ? (int)Math.Min(delay, MaxMilliseconds) : 0;
    }

    protected abstract double Next(Random random);

    /// <summary><c>fixed</c>, or <c>fixedDelayMilliseconds</c>.</summary>
    public sealed record Fixed(int Milliseconds) : StubDelay
    {
        protected override double Next(Random random) => Milliseconds;
    }

    /// <summary><c>uniform</c>: between two bounds, both included. Milliseconds.</summary>
    public sealed record Uniform(int Lower, int Upper) : StubDelay
    {
        protected override double Next(Random random) => random.NextInt64(Lower, (long)Upper + 1);
    }

    /// <summary><c>lognormal</c>: a median with a long tail. Milliseconds.</summary>
    /// <param name="Sigma">The standard deviation of the logarithm.</param>
    /// <param name="MaxValue">What is longer is drawn again, at most ten times, and then cut; null: no bound.</param>
    public sealed record LogNormal(double Median, double Sigma, double? MaxValue) : StubDelay
    {
        private const int MaxDraws = 11;

        protected override double Next(Random random)
        {
            var delay = 0.0;
            for (var draw = 0; draw < MaxDraws; draw++)
            {
                delay = Math.Round(Math.Exp(Gaussian(random) * Sigma) * Median);
                if (MaxValue is null || delay <= MaxValue)
                {
                    return delay;
                }
            }

            return Math.Min(delay, MaxValue!.Value);
        }

        /// <summary>Box and Muller's method.</summary>
        private static double Gaussian(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
