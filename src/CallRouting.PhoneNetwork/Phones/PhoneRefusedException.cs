namespace CallRouting.PhoneNetwork.Phones;

/// <summary>Something that a hand cannot do with a telephone now.</summary>
/// <param name="status">400 wrong words, 404 no such telephone or number, 409 not in this state.</param>
/// <param name="title">What was wrong.</param>
/// <param name="detail">What is allowed.</param>
public sealed class PhoneRefusedException(int status, string title, string detail) : Exception($"{title} {detail}")
{
    public int Status => status;
    public string Title => title;
    public string Detail => detail;
}
