using CallRouting.PhoneNetwork;
using Microsoft.AspNetCore.Connections;

try
{
    await PhoneNetworkHost.Build(args).RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is BadSettingsException or IOException { InnerException: AddressInUseException })
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
