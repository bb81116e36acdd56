namespace CallRouting.PhoneNetwork.Engine;

/// <summary>Something that the provider tells in its debugger under a code of its own (contract §1.4).</summary>
internal abstract class ProviderFault(int code, string message) : Exception(message)
{
    public int Code => code;
}
