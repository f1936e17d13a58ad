// cAdvisor's program is in no registry, its library is: this serves what the program would at /metrics, with the
// flags of the library (--docker among them). Suites run it; a fleet runs the image that its catalog names.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"

	"github.com/google/cadvisor/cache/memory"
	"github.com/google/cadvisor/container"
	_ "github.com/google/cadvisor/container/docker/install"
	v2 "github.com/google/cadvisor/info/v2"
	"github.com/google/cadvisor/manager"
	"github.com/google/cadvisor/metrics"
	"github.com/google/cadvisor/utils/sysfs"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"k8s.io/utils/clock"
)

func main() {
	listen := flag.String("listen", "127.0.0.1:8080", "address")
	flag.Parse()
	included := container.MetricSet{}
	for _, kind := range []container.MetricKind{
		container.CpuUsageMetrics, container.MemoryUsageMetrics, container.NetworkUsageMetrics,
		container.DiskIOMetrics, container.OOMMetrics, container.ProcessMetrics,
	} {
		included[kind] = struct{}{}
	}
	interval, dynamic := 15*time.Second, true
	housekeeping := manager.HousekeepingConfig{Interval: &interval, AllowDynamic: &dynamic}
	cache := memory.New(2*time.Minute, nil)
	containers, err := manager.New(cache, sysfs.NewRealSysFs(), housekeeping, included, http.DefaultClient, []string{"/"}, nil, "", 0)
	if err != nil {
		log.Fatal(err)
	}
	if err := containers.Start(); err != nil {
		log.Fatal(err)
	}
	options := v2.RequestOptions{IdType: v2.TypeName, Count: 1, Recursive: true}
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		metrics.NewPrometheusCollector(containers, metrics.DefaultContainerLabels, included, clock.RealClock{}, options),
		metrics.NewPrometheusMachineCollector(containers, included),
	)
	http.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	http.HandleFunc("/healthz", func(answer http.ResponseWriter, _ *http.Request) { answer.Write([]byte("ok")) })
	log.Fatal(http.ListenAndServe(*listen, nil))
}
