namespace MicroCred.Demo.Cases;

/// <summary>Writes every case as files, to look at or to send by hand.</summary>
internal static class SamplesFolder
{
    public static int Write(string folder)
    {
        foreach (var sample in SampleCases.All)
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, sample.Id)).FullName;
            File.WriteAllText(Path.Combine(target, "application.json"), $"{sample.Application.ToJsonString(SampleCases.Readable)}\n");
            foreach (var document in sample.Script.Documents)
            {
                File.WriteAllBytes(Path.Combine(target, document.File), sample.Make(document));
            }

            File.WriteAllBytes(Path.Combine(target, "package.zip"), sample.Package());
        }

        return SampleCases.All.Count;
    }
}
