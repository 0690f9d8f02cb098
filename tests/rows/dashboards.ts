/** A panel: what it looks like, its unit, its queries by legend, and the alerts whose thresholds it draws. */
export interface Panel {
  readonly looks: string;
  readonly unit: string;
  readonly queries: Readonly<Record<string, string>>;
  readonly alerts?: readonly string[];
}

/** Thresholds of alerts: the value, and the colours below and above it. */
export const thresholds: Readonly<Record<string, readonly [value: number, below: string, above: string]>> = {
  API5xxErrorRate: [0.05, 'green', 'red'],
  RDSHighCPU: [90, 'green', 'red'],
  HighQueueLength: [100, 'green', 'orange'],
  HighGenerationLatency: [60, 'green', 'orange'],
  NodeHighCPU: [90, 'green', 'orange'],
  PodRestartCount: [5, 'green', 'orange'],
  GPUUnderutilized: [50, 'orange', 'green'],
  GPUHighTemperature: [80, 'green', 'orange'],
};

/** Panels of each dashboard of the document, by title. */
export const dashboards: Readonly<Record<string, Readonly<Record<string, Panel>>>> = {
  generation: {
    'Request rate': {
      looks: 'timeseries',
      unit: 'reqps',
      queries: {
        '{{namespace}} {{service}}':
          'sum by (namespace, service) (rate(http_requests_total{namespace=~"$namespace"}[5m]))',
      },
    },
    'Share of requests that fail': {
      looks: 'timeseries',
      unit: 'percentunit',
      queries: {
        '{{namespace}}':
          'sum by (namespace) (rate(http_requests_total{namespace=~"$namespace",status=~"5.."}[5m])) / sum by (namespace) (rate(http_requests_total{namespace=~"$namespace"}[5m]))',
      },
      alerts: ['API5xxErrorRate'],
    },
    'Generation duration, p50, p95, p99': {
      looks: 'timeseries',
      unit: 's',
      queries: {
        p50: 'histogram_quantile(0.50, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~"$namespace"}[5m])))',
        p95: 'histogram_quantile(0.95, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~"$namespace"}[5m])))',
        p99: 'histogram_quantile(0.99, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~"$namespace"}[5m])))',
      },
      alerts: ['HighGenerationLatency'],
    },
    'Distribution of durations': {
      looks: 'heatmap',
      unit: 's',
      queries: {
        '{{le}}': 'sum by (le) (increase(generation_duration_seconds_bucket{namespace=~"$namespace"}[1m]))',
      },
    },
    'Queue length': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{namespace}}': 'max by (namespace) (redis_queue_length{namespace=~"$namespace"})',
      },
      alerts: ['HighQueueLength'],
    },
    'Queue length now': {
      looks: 'gauge',
      unit: 'short',
      queries: {
        '{{namespace}}': 'max by (namespace) (redis_queue_length{namespace=~"$namespace"})',
      },
      alerts: ['HighQueueLength'],
    },
    'P99 latency now': {
      looks: 'gauge',
      unit: 's',
      queries: {
        '{{namespace}}':
          'histogram_quantile(0.99, sum by (namespace, le) (rate(generation_duration_seconds_bucket{namespace=~"$namespace"}[5m])))',
      },
      alerts: ['HighGenerationLatency'],
    },
  },
  infrastructure: {
    'CPU per node': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{instance}}': '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])))',
      },
      alerts: ['NodeHighCPU'],
    },
    'Memory per node': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{instance}}': '100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)',
      },
    },
    'Disk per node': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{instance}}':
          '100 * (1 - node_filesystem_avail_bytes{mountpoint="/",fstype!="rootfs"} / node_filesystem_size_bytes{mountpoint="/",fstype!="rootfs"})',
      },
    },
    'Network per node': {
      looks: 'timeseries',
      unit: 'Bps',
      queries: {
        '{{instance}} in': 'sum by (instance) (rate(node_network_receive_bytes_total{device!~"lo|eni.*|veth.*"}[5m]))',
        '{{instance}} out':
          '-sum by (instance) (rate(node_network_transmit_bytes_total{device!~"lo|eni.*|veth.*"}[5m]))',
      },
    },
    'Pod status': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{namespace}} {{phase}}': 'sum by (namespace, phase) (kube_pod_status_phase)',
      },
    },
    'Restarts in the last hour': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{namespace}} {{pod}}': 'sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0',
      },
      alerts: ['PodRestartCount'],
    },
    'Database CPU': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{dbcluster_identifier}}': 'aws_rds_cpuutilization_average',
      },
      alerts: ['RDSHighCPU'],
    },
    'Provisioning events': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{nodepool}} created': 'sum by (nodepool) (increase(karpenter_nodeclaims_created_total[10m]))',
        '{{nodepool}} ended': 'sum by (nodepool) (increase(karpenter_nodeclaims_terminated_total[10m]))',
        '{{nodepool}} disrupted': 'sum by (nodepool) (increase(karpenter_nodeclaims_disrupted_total[10m]))',
      },
    },
    'Nodes by pool': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{nodepool}}': 'count by (nodepool) (karpenter_nodes_allocatable{resource_type="cpu"})',
      },
    },
  },
  business: {
    'Credits consumed per hour': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{namespace}}': 'sum by (namespace) (increase(credits_consumed_total{namespace=~"$namespace"}[1h]))',
      },
    },
    'Active users': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{namespace}}': 'max by (namespace) (active_users{namespace=~"$namespace"})',
      },
    },
    'Tier distribution': {
      looks: 'piechart',
      unit: 'short',
      queries: {
        '{{tier}}': 'sum by (tier) (max by (namespace, tier) (users_by_tier{namespace=~"$namespace"}))',
      },
    },
    'Generation success rate': {
      looks: 'timeseries',
      unit: 'percentunit',
      queries: {
        '{{namespace}}':
          'sum by (namespace) (rate(generations_total{namespace=~"$namespace",status="succeeded"}[15m])) / sum by (namespace) (rate(generations_total{namespace=~"$namespace"}[15m]))',
      },
    },
    'Popular models of the last day': {
      looks: 'bargauge',
      unit: 'short',
      queries: {
        '{{model}}': 'topk(10, sum by (model) (increase(generations_total{namespace=~"$namespace"}[1d])))',
      },
    },
    'Revenue of the last day': {
      looks: 'stat',
      unit: 'currencyUSD',
      queries: {
        revenue: 'sum(increase(lemonsqueezy_revenue_dollars_total{namespace=~"$namespace"}[1d]))',
      },
    },
    'Revenue of the last 15 days': {
      looks: 'stat',
      unit: 'currencyUSD',
      queries: {
        revenue: 'sum(increase(lemonsqueezy_revenue_dollars_total{namespace=~"$namespace"}[15d]))',
      },
    },
    'Revenue by product and day': {
      looks: 'timeseries',
      unit: 'currencyUSD',
      queries: {
        '{{product}}': 'sum by (product) (increase(lemonsqueezy_revenue_dollars_total{namespace=~"$namespace"}[1d]))',
      },
    },
  },
  gpu: {
    'GPU utilization': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{Hostname}} {{gpu}}': 'avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL)',
      },
      alerts: ['GPUUnderutilized'],
    },
    'GPU memory usage': {
      looks: 'timeseries',
      unit: 'percent',
      queries: {
        '{{Hostname}} {{gpu}}':
          '100 * max by (Hostname, gpu) (DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE))',
      },
    },
    'GPU temperature': {
      looks: 'timeseries',
      unit: 'celsius',
      queries: {
        '{{Hostname}} {{gpu}}': 'max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP)',
      },
      alerts: ['GPUHighTemperature'],
    },
    'Spot interruption events': {
      looks: 'timeseries',
      unit: 'short',
      queries: {
        '{{message_type}}': 'sum by (message_type) (increase(karpenter_interruption_received_messages_total[10m]))',
      },
    },
    'Worker pod scheduling latency': {
      looks: 'timeseries',
      unit: 's',
      queries: {
        '{{namespace}} longest':
          'max by (namespace) (kube_pod_status_scheduled_time{pod=~"generation-worker-.*"} - on (namespace, pod, uid) kube_pod_created{pod=~"generation-worker-.*"})',
        '{{namespace}} mean':
          'avg by (namespace) (kube_pod_status_scheduled_time{pod=~"generation-worker-.*"} - on (namespace, pod, uid) kube_pod_created{pod=~"generation-worker-.*"})',
      },
    },
  },
};
