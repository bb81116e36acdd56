namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Every call since the network started, oldest first.</summary>
internal sealed class CallBook
{
    private readonly List<Call> calls = [];
    private readonly Dictionary<string, Call> bySid = [];

    public void Add(Call call)
    {
        calls.Add(call);
        bySid.Add(call.Sid, call);
    }

    public Call? Find(string sid) => bySid.GetValueOrDefault(sid);

    public void Remove(Call call)
    {
        calls.Remove(call);
        bySid.Remove(call.Sid);
    }

    /// <summary>Newest first, as the provider lists them.</summary>
    public IEnumerable<Call> NewestFirst() => Enumerable.Reverse(calls);
}
