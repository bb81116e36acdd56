namespace CallRouting.Core.Tests.Rosters;

/// <summary>Runs a property for many seeds. A failure prints its seed; <c>Seeds.Only(seed, …)</c> repeats it alone.</summary>
internal static class Seeds
{
    public static void Each(int count, Action<RandomRoster> property)
    {
        for (var seed = 1; seed <= count; seed++)
            Only(seed, property);
    }

    public static void Only(int seed, Action<RandomRoster> property)
    {
        try
        {
            property(new RandomRoster(seed));
        }
        catch (Exception)
        {
            TestContext.Out.WriteLine($"Failed with seed {seed}.");
            throw;
        }
    }
}
