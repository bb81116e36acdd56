namespace CallRouting.Server.Calls;

/// <summary>Legs, or calls by the provider's name, of which a report was lost: the provider is asked about them first.</summary>
public sealed class Doubts
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<string> doubtful = [];

    public void Doubt(string legOrSid)
    {
        lock (gate)
        {
            // Beyond that everything is in doubt, and asked about in its turn.
            if (doubtful.Count < Most)
            {
                doubtful.Add(legOrSid);
            }
        }
    }

    public IReadOnlyList<string> TakeAll()
    {
        lock (gate)
        {
            string[] all = [.. doubtful];
            doubtful.Clear();
            return all;
        }
    }
}
