namespace CallRouting.Scenarios.Day;

/// <summary>Numbers by chance, repeatable by their seed.</summary>
public sealed class Draws(int seed)
{
#pragma warning disable RS0030 // Seeded: the same day is lived again.
    private readonly Random random = new(seed);
#pragma warning restore RS0030

    /// <summary>True so often, of one.</summary>
    public bool Chance(double share) => random.NextDouble() < share;

    public double Share() => random.NextDouble();

    public int Below(int limit) => random.Next(limit);

    public T Of<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    public TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (most - least) * random.NextDouble());

    /// <summary>How long people talk, or take to pick up: many are short, some very long.</summary>
    /// <param name="sigma">Spread of the logarithm.</param>
    public TimeSpan Lognormal(TimeSpan median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>How long somebody goes on who may give up at any moment.</summary>
    public TimeSpan Exponential(TimeSpan median) => median * (-Math.Log(1 - random.NextDouble()) / Math.Log(2));

    public int Poisson(double mean)
    {
        var count = 0;
        for (var passed = Step(); passed < mean; passed += Step())
        {
            count++;
        }
        return count;
    }

    private double Step() => -Math.Log(1 - random.NextDouble());

    // Box and Muller.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
