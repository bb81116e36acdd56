namespace CallRouting.PhoneNetwork.Rest;

/// <summary>A request that the provider refuses, with its HTTP status and error code (contract §1.4).</summary>
internal sealed class RestException(int status, int code, string message) : Exception(message)
{
    public int Status => status;
    public int Code => code;

    public static RestException NotFound(string what) => new(404, 20404, $"The requested resource {what} was not found");
}
